namespace CommunityDemand.Local.SampleCity.Simulation;

/// <summary>What a comment is about.</summary>
/// <param name="Code">Its label.</param>
/// <param name="Weight">Share of complaints.</param>
/// <param name="Zh">Sentences in Chinese; <c>{0}</c> is the service.</param>
/// <param name="En">Sentences in English; <c>{0}</c> is the service.</param>
internal sealed record CommentTheme(string Code, double Weight, IReadOnlyList<string> Zh, IReadOnlyList<string> En);
