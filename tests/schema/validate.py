"""Reads the schema from standard input and holds the TOML files below a folder against it."""
import json
import pathlib
import sys
import tomllib

import jsonschema

tests = pathlib.Path(sys.argv[1])
schema = json.load(sys.stdin)
jsonschema.Draft4Validator.check_schema(schema)
validator = jsonschema.Draft4Validator(schema)

# What only the loader can know: names, lists, types, sums.
BEYOND_A_SCHEMA = {
    "field_of_another_type", "field_required_of_another_type", "field_required_of_all",
    "range_impossible", "count_impossible", "number_too_large", "number_is_text", "text_is_number",
    "list_unknown", "list_is_a_group", "list_empty", "list_file_missing", "list_with_bad_prefix",
    "group_unknown", "select_contradicts", "message_names_other_field", "message_names_nothing",
    "message_brace_open", "name_of_a_built_in_rule", "name_is_all", "name_is_own", "name_twice", "id_twice", "group_by_missing",
    "number_over_octet",  # what a field can hold
    "expression_wrong", "expression_too_long", "prefix_wrong", "prefix_with_host_bits", "prefix6_with_host_bits",
    "operator_of_another_kind", "type_unknown", "name_with_star_in_a_label",
    "name_template_unknown", "companion_without_type", "companion_without_name",
    "absent_without_companion", "limit_on_state", "event_on_state", "ack_on_state",
    "change_unique", "limit_event", "template_of_limit", "fix_of_another_type", "profile_unknown",
    "test_of_a_change", "test_list_with_empty", "class_other",
}


def mistakes(path):
    with open(path, "rb") as file:
        document = tomllib.load(file)
    return sorted(error.message[:200] for error in validator.iter_errors(document))


failed = 0


def fail(message):
    global failed
    failed += 1
    print(message)


right = sorted(tests.glob("policy/right/*.toml")) + sorted(tests.glob("../rules/*/*.toml"))
right += [path for path in sorted(tests.glob("cli/*/**/*.toml"))
          if "mistakes" not in str(path) and path.name != "wrong.toml"]
for path in right:
    for message in mistakes(path):
        fail(f"{path}: {message}")

wrong = sorted(tests.glob("policy/wrong/*.toml"))
for path in wrong:
    try:
        known = bool(mistakes(path))
    except tomllib.TOMLDecodeError:
        continue
    if known == (path.stem in BEYOND_A_SCHEMA):
        fail(f"{path}: {'is wrong by the schema, and listed as beyond it' if known else 'fits the schema'}")

print(f"{len(right)} right and {len(wrong)} wrong files held against the schema, {failed} disagreements")
sys.exit(1 if failed or len(right) < 3 else 0)
