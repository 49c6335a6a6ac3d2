// print_zone FILE ORIGIN: every record that we read in FILE, one a line: owner, TTL, type and data, the
// names and data as octets in hexadecimal, for scripts that compare them with those of a name server.
#include "zone/build.h"

#include <cstdio>
#include <exception>
#include <fmt/format.h>

namespace {

std::string hexadecimal(std::string_view octets)
{
    std::string out;
    for (char c : octets)
        out += fmt::format("{:02x}", static_cast<unsigned char>(c));
    return out;
}

void print(const std::string& path, const std::string& zone_name)
{
    using namespace zonevet;
    OwnedName origin;
    to_name(zone_name, origin);
    BuiltZone built = build_zone(path, std::make_shared<Bytes>(Bytes::of_file(path)), origin.view(), {});
    for (std::uint32_t i = 0; i < built.zone->record_count(); ++i) {
        Record record = built.zone->record(RecordId{i});
        fmt::print("{} {} {} {}\n", hexadecimal(record.owner().wire()), record.ttl(),
                   static_cast<unsigned>(record.type()), hexadecimal(record.rdata()));
    }
}

} // namespace

int main(int count, char** arguments)
{
    if (count != 3) {
        std::fputs("usage: print_zone FILE ORIGIN\n", stderr);
        return 2;
    }
    try {
        print(arguments[1], arguments[2]);
    } catch (const std::exception& error) {
        fmt::print(stderr, "print_zone: {}\n", error.what());
        return 2;
    }
    return 0;
}
