namespace CommunityDemand.Pipeline.Indicators.Themes;

/// <summary>A comment with where and when it counts.</summary>
/// <param name="Service">Null for no service in particular.</param>
/// <param name="Text">As it was written.</param>
internal readonly record struct PlacedComment(string Community, string? Service, DateOnly Date, string Text);
