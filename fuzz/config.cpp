// A configuration is taken, or refused with a message.
#include "base/failure.h"
#include "cli/cli.h"
#include "cli/resolve.h"
#include "fuzz/targets.h"

namespace zonevet::fuzz {

void config(std::string_view text)
{
    try {
        Config read;
        read_config_text(read, std::string(text), "zonevet.toml", "/nonexistent");
        Environment environment;
        environment.variable = [](const char*) { return std::optional<std::string>(); };
        resolve(read, {}, environment);
    } catch (const Failure& failure) {
        require(*failure.what() != '\0');
    }
}

} // namespace zonevet::fuzz
