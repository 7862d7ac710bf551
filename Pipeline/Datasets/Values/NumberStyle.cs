namespace CommunityDemand.Pipeline.Datasets.Values;

/// <summary>
/// Which sign parts the decimals from the whole in the numbers of a file. A file has one style; <c>1.234</c> and <c>1,234</c> alone don't
/// tell it.
/// </summary>
internal enum NumberStyle
{
    /// <summary>Nothing is known yet: a number that reads differently under the two styles can't be read.</summary>
    Unknown,

    /// <summary>A point, with commas, apostrophes or spaces between thousands: <c>1,234.5</c>.</summary>
    Point,

    /// <summary>A comma, with points, apostrophes or spaces between thousands: <c>1.234,5</c>.</summary>
    Comma,

    /// <summary>The file has numbers of both styles, so that a number that reads differently under the two can't be read.</summary>
    Mixed,
}
