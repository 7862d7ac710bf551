namespace CommunityDemand.Pipeline.Ingest.Inspection;

/// <summary>What came of reading a cell as a number or a date.</summary>
public enum CellOutcome
{
    Value,

    /// <summary>The cell is empty, or a word says that there is no value: <c>NA</c>, <c>-</c>, <c>无</c>.</summary>
    Empty,

    /// <summary>The text is no number, or no date.</summary>
    None,

    /// <summary>The text has two meanings; a survey of the file may tell which one holds.</summary>
    Doubtful,

    /// <summary>The text names a period that does not fit the periods of the series.</summary>
    TooCoarse,
}
