namespace CommunityDemand.Pipeline.Datasets.Values;

/// <summary>What came of reading a number.</summary>
internal enum NumberReading
{
    Number,

    /// <summary>The text is no number.</summary>
    None,

    /// <summary>The text is one number under one style and another under the other.</summary>
    Doubtful,
}
