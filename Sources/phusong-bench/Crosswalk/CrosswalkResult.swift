import Planning

/// What `phusong-bench crosswalk --json` prints.
struct CrosswalkResult: Encodable {
    let schema = "phusong.bench.crosswalk/1"
    let audit: CommuneCrosswalkAudit
}
