namespace CommunityDemand.Local.SampleCity.Simulation;

/// <summary>Theme of a comment.</summary>
/// <param name="Code">Label of the theme.</param>
/// <param name="Weight">Share of complaints.</param>
/// <param name="Zh">Sentences in Chinese; <c>{0}</c> is the service.</param>
/// <param name="En">Sentences in English; <c>{0}</c> is the service.</param>
internal sealed record CommentTheme(string Code, double Weight, IReadOnlyList<string> Zh, IReadOnlyList<string> En);
