// Everything that can be wrong, or worth a word, about the text of a master file before it is a
// zone. The reader names what it saw with one of these; a rule file in rules/syntax, rules/names or
// rules/ttl gives it a name, a level, an explanation and examples (`.check = Mistake::...`).
#pragma once

#include <cstdint>

namespace zonevet {

enum class Mistake : std::uint8_t {
    // the frame of an entry
    quote_unclosed,         // a quote that does not end on its line
    parenthesis_unclosed,   // "(" without ")"
    parenthesis_unopened,   // ")" without "("
    parenthesis_nested,     // "(" inside a group: Knot, NSD and validns refuse it
    escape_invalid,         // \256, \1, a backslash at the end of the line
    byte_order_mark,        // EF BB BF before the first entry
    merge_conflict,         // <<<<<<<, =======, >>>>>>> left by git
    template_placeholder,   // {{ ... }}, %VAR%: the file was not rendered
    comment_misleads,       // marks that turn the direction of writing
    blank_odd,              // a no-break space or a vertical tab between fields
    comment_foreign,        // a line that begins with # or //
    line_end_missing,       // the last line has no newline
    line_ends_mixed,        // carriage returns: Knot refuses them
    file_binary,            // this is no text
    file_name_not_zone,     // the file is called like another zone than its text says
    zone_name_doubled,      // $ORIGIN or the owner of the SOA is the origin in force without its final dot
    served_name_not_origin, // a server's configuration names another zone than the SOA or $ORIGIN here
    served_name_not_file,   // the same, and the file's name
    // owner, TTL, class, type
    owner_missing,             // a blank owner and no record before it
    owner_blank_after_origin,  // a blank owner right after $ORIGIN: it keeps the old name
    owner_blank_after_include, // a blank owner right after $INCLUDE: servers disagree
    owner_blank_in_include,    // the first record of an included file: Knot refuses it
    owner_blank_after_comment, // a blank owner right after a record that was commented out
    owner_quoted,              // "www" as an owner
    owner_looks_like_type,     // column one holds a type, class or TTL: the owner was lost
    ttl_looks_like_owner,      // a leading blank and a number that is read as a TTL
    ttl_invalid,               // 1h30, 10x, -5
    ttl_unit_doubtful,         // 3600m: a number of seconds with another unit
    ttl_too_large,             // over 2147483647
    ttl_repeated,              // two TTLs or two classes in one record
    ttl_missing,               // no TTL, no $TTL, no record before
    ttl_inherited,             // no TTL, no $TTL: BIND takes that of a record before, others 3600
    ttl_default_unused,        // $TTL is followed by another and no record between
    ttl_default_late,          // $TTL stands after records that wanted it
    class_wrong,               // CH, HS, ANY in an IN zone
    type_unknown,              // CNMAE
    type_of_gdnsd,             // DYNA
    type_missing,              // the entry ends before its type
    type_not_data,             // ANY, AXFR, OPT: not for zones
    // fields of the data
    field_missing,         // MX mail
    field_extra,           // text after the last field
    fields_swapped,        // MX mail 10
    number_invalid,        // not a number
    number_too_large,      // 65536
    address_invalid,       // 192.0.2.256
    address_wrong_family,  // an IPv6 address in an A record
    label_too_long,        // over 63 octets
    name_too_long,         // over 255 octets
    label_empty,           // a..b, .a
    name_quoted,           // "mail" where a name stands
    string_too_long,       // over 255 octets in one string
    strings_adjacent,      // "a""b": Knot refuses it
    encoding_invalid,      // hexadecimal, Base64, Base32
    data_length_wrong,     // a digest or address of the wrong length
    data_too_long,         // over 65535 octets
    value_invalid,         // a mnemonic, date, coordinate or parameter that is none
    generic_invalid,       // \# with a wrong length
    generic_of_known_type, // \# where the type has a readable form
    mailbox_at_sign,       // @ inside the SOA mailbox
    // directives
    directive_unknown,    // $TTTL
    directive_incomplete, // $ORIGIN without a value, or with too many
    origin_relative,      // $ORIGIN sub (no final dot)
    include_missing,      // the file is not there or cannot be read
    include_outside,      // it lies outside the allowed folder
    include_repeated,     // again, with the same origin and owner
    include_loop,         // it includes itself, or is too deep
    generate_invalid,     // a range or modifier that is none
    generate_fixed_owner, // no $ on the left: one owner again and again
    generate_too_many,    // more records than the limit
    // what is no mistake, but is not read alike by all servers: see src/portability
    blank_before_owner,       // a line of blanks, or with an indented comment, before the first owner
    owner_in_parenthesis,     // "(" before the owner
    type_in_parenthesis,      // "(" between owner and type
    parenthesis_touches_text, // TXT (a)
    text_octet_unescaped,     // octets over 127, or control octets, in a text
    ttl_units_several,        // 1h30m
    class_generic,            // CLASS1
    origin_at_sign,           // $ORIGIN @
    include_with_origin,      // $INCLUDE file origin
    include_sets_origin,      // an $ORIGIN inside of the file, and a relative name after the $INCLUDE
    include_sets_ttl,         // a $TTL inside of the file, and a record without TTL after the $INCLUDE
    include_quoted,           // $INCLUDE "file"
    generate_used,            // $GENERATE
    generate_read_otherwise,  // quotes, nibbles, $$
    type_of_powerdns,         // ALIAS, LUA
    data_form_uncommon,       // a form of data that not all servers read
    name_not_completed,       // a relative name in data that PowerDNS takes as it is
    text_semicolon,           // an unquoted TXT that a ; cut short
    text_words_unquoted,      // the same in a text that is no policy
    text_unquoted_words,      // v=spf1 mx -all without quotes
    // comments that silence findings
    suppression_malformed,    // the comment does not follow its grammar
    suppression_unknown_rule, // it names no rule
    suppression_no_reason,    // reason="..." is missing
    suppression_expired,      // its `until` has passed
    suppression_too_long,     // its `until` is further away than allowed
    suppression_no_until,     // `until` is required and missing
    suppression_unclosed,     // off[...] without on[...]
    suppression_locked,       // the rule may not be silenced
    suppression_unused,       // it silenced nothing
    // zones of octoDNS
    octodns_yaml_invalid,        // it is no YAML
    octodns_keys_unordered,      // b before a, which its loader refuses
    octodns_key_repeated,        // the second of two keys replaces the first
    octodns_key_not_text,        // no: and 010: are no names
    octodns_key_ignored,         // a key that means nothing there
    octodns_record_invalid,      // no type, no value, a TTL that is no number
    octodns_record_repeated,     // two records of one name and type
    octodns_semicolon_unescaped, // ; where the others are escaped
    octodns_dot_missing,         // a target without a final dot where the others have one
    count_                       // how many there are; not a mistake
};

} // namespace zonevet
