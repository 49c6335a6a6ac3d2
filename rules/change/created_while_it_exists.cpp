#include "rules/change/shared/changes.h"

namespace zonevet::rules::created_while_it_exists {

namespace {
void check(const Change& change, Lint& lint)
{
    report_remarks(change, lint, Origins::Remark::Kind::clash);
}
} // namespace

extern const Rule rule{
    .name = "created-while-it-exists",
    .summary = "A plan creates an RRset that another resource of the plan deletes.",
    .why = "A resource was renamed, or got `count` or another key, and Terraform takes it for two. It does "
           "not know that both are the same RRset, so it deletes and creates in any order: creating it "
           "fails because it exists, or the deletion comes last and takes the new one away.",
    .effect = "the plan fails half-way, or the records are gone when it has run",
    .references = {Reference{"Terraform", "moved block",
                             "https://developer.hashicorp.com/terraform/language/block/moved"}},
    .level = Level::error,
    .bad = R"(
www A 192.0.2.80
; becomes by
{"format_version": "1.2", "resource_changes": [
{"address": "aws_route53_record.web", "mode": "managed", "type": "aws_route53_record", "change": {"actions": ["delete"],
 "before": {"name": "www.example.com", "type": "A", "ttl": 3600, "records": ["192.0.2.80"]}, "after": null}},
{"address": "aws_route53_record.www", "mode": "managed", "type": "aws_route53_record", "change": {"actions": ["create"],
 "before": null, "after": {"name": "www.example.com", "type": "A", "ttl": 3600, "records": ["192.0.2.80"]}}}]}
)",
    .good = R"(
www A 192.0.2.80
; becomes by
{"format_version": "1.2", "resource_changes": [
{"address": "aws_route53_record.www", "previous_address": "aws_route53_record.web", "mode": "managed",
 "type": "aws_route53_record", "change": {"actions": ["update"],
 "before": {"name": "www.example.com", "type": "A", "ttl": 3600, "records": ["192.0.2.80"]},
 "after": {"name": "www.example.com", "type": "A", "ttl": 3600, "records": ["192.0.2.81"]}}}]}
)",
    .check = check,
};

} // namespace zonevet::rules::created_while_it_exists
