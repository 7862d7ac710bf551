namespace CommunityDemand.Tests.Pipeline.Ingest.Formats;

/// <summary>What a reason may not have: words of the framework and of libraries, which speak to programmers.</summary>
internal static class PlainReason
{
    private static readonly string[] Foreign =
    [
        "System.", "Exception", "argument", "Parameter '", "ConditionNotMet", "Input string", "was out of", "Object reference", "Index was",
        "Arithmetic",
        "BytePositionInLine", "LineNumber", "Thrift", "Parquet.", "stream", "null",
    ];

    public static void ShouldBePlain(this string reason)
    {
        reason.Length.ShouldBeInRange(20, 1_000);
        reason.ShouldEndWith(".");
        foreach (var word in Foreign) reason.ShouldNotContain(word, Case.Sensitive);
    }
}
