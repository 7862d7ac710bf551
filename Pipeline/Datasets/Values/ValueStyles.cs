namespace CommunityDemand.Pipeline.Datasets.Values;

/// <summary>How a file writes numbers and dates.</summary>
/// <param name="Numbers">Style of all numbers of the file.</param>
/// <param name="DayOrders">
/// Order of day and month by name of the dataset's column; a column that is not there has no date that needs one.
/// </param>
internal sealed record ValueStyles(NumberStyle Numbers, IReadOnlyDictionary<string, DayOrder> DayOrders)
{
    /// <summary>Styles of a file of which nothing is known.</summary>
    public static ValueStyles Unknown { get; } = new(NumberStyle.Unknown, new Dictionary<string, DayOrder>());

    /// <summary>Styles of a format that stores numbers as numbers.</summary>
    public static ValueStyles Typed { get; } = new(NumberStyle.Point, new Dictionary<string, DayOrder>());

    /// <summary>Whether all values of the file were looked at: what they don't tell then stays unknown.</summary>
    public bool IsSurveyed { get; init; }

    public DayOrder OrderOf(string column) => DayOrders.GetValueOrDefault(column);
}
