// The commands; each returns the exit code of the program.
#pragma once

namespace zonevet {

struct Call;

int run_check(const Call& call);
int run_review(const Call& call);
int run_explain(const Call& call);
int run_rules(const Call& call);
int run_config(const Call& call);
int init_config(const Call& call);
int run_test_command(const Call& call);
int run_version(const Call& call);
int run_help(const Call& call);

} // namespace zonevet
