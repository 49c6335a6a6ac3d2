// The exit code is 0, 1 or 2, also where nothing catches what happened.
#pragma once

namespace zonevet {

// From here on what would end the process otherwise (an exception that nobody catches, a library that aborts, a
// crash, a signal about a limit) is told, and ends it with 2.
void end_only_with_exit_codes();

// A file to remove when the program ends like that, or is told to end (^C); null: none.
void remove_at_the_end(const char* path);

} // namespace zonevet
