namespace CommunityDemand.Pipeline.Ingest.Mappings;

/// <summary>A date whose year, month and day stand in columns of their own.</summary>
/// <param name="Year">Header of the year, or the year itself.</param>
/// <param name="Month">Header of the month, or the month itself.</param>
/// <param name="Day">Header of the day, or the day itself.</param>
internal sealed record DateParts(DatePart Year, DatePart Month, DatePart Day)
{
    /// <summary>Name of the column that is made of the parts.</summary>
    public string Name => $"{Year.Text} + {Month.Text} + {Day.Text}";
}

/// <summary>A part of a date.</summary>
/// <param name="Text">A header, or a number.</param>
/// <param name="IsNumber">Whether the part is the same in all rows.</param>
/// <param name="Place">Place of the part in the mapping.</param>
internal sealed record DatePart(string Text, bool IsNumber, string Place);
