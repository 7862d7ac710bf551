namespace CommunityDemand.Pipeline.Facts;

/// <summary>One answer, complaint or suggestion; its comment is stripped of personal numbers.</summary>
/// <param name="Source">resident, staff or third_party.</param>
/// <param name="Content">Likert 1 to 5, as the four that follow.</param>
/// <param name="Theme">Pain point where the upload labels it.</param>
public sealed record FeedbackFact(
    string Community,
    DateOnly Date,
    string? Service,
    string Source,
    string? Channel,
    string? Group,
    int? Content,
    int? Efficiency,
    int? Attitude,
    int? Sustainability,
    int? Innovation,
    bool Complaint,
    string? Comment,
    string? Theme);
