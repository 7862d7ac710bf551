namespace CommunityDemand.Pipeline.Indicators.Themes;

/// <summary>A comment with its place and day.</summary>
/// <param name="Service">Service; null for no particular service.</param>
/// <param name="Text">Original text.</param>
internal readonly record struct PlacedComment(string Community, string? Service, DateOnly Date, string Text);
