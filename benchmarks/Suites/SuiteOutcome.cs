namespace CommunityDemand.Benchmarks.Suites;

/// <summary>What may become of a file.</summary>
internal enum SuiteOutcome
{
    /// <summary>Read, and right.</summary>
    Read,

    /// <summary>Refused with a reason, as it should be or as it may be.</summary>
    Refused,

    /// <summary>Refused with a reason, though the project says that it reads such files.</summary>
    Missed,

    /// <summary>Read, and wrong.</summary>
    Wrong,

    /// <summary>Ended by an exception that is no reason.</summary>
    Crashed,
}
