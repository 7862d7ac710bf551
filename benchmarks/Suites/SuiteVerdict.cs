namespace CommunityDemand.Benchmarks.Suites;

/// <summary>What is to be said of the reading of a file of a suite.</summary>
/// <param name="IsWrong">Whether it differs from what must come.</param>
/// <param name="Note">What is to be said, or null.</param>
internal readonly record struct SuiteVerdict(bool IsWrong, string? Note)
{
    public static SuiteVerdict Good => default;

    public static SuiteVerdict Wrong(string note) => new(true, note);

    /// <summary>The peer says nothing that it could be held against.</summary>
    public static SuiteVerdict Unknown(string note) => new(false, note);
}
