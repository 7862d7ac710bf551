namespace CommunityDemand.Pipeline.Tables;

/// <summary>Unit of a column's values.</summary>
internal enum Unit
{
    None,
    PersonVisits,
    PersonVisitsPerDay,
    Share,
    Probability,
    OfActuals,
    Percent,
    PercentagePoints,
    PercentagePointsPerYear,
    Points,
    PointsPerYear,
    IndexPoints,
    Likert,
    Persons,
    Answers,
    Comments,
    Complaints,
    ComplaintsPerThousand,
    Days,

    /// <summary>Days, weeks or months, as the frequency says.</summary>
    Periods,

    Seconds,
    Bytes,
    Rows,

    /// <summary>As the row's measure or outcome says.</summary>
    OfTheRow,

    /// <summary>As the row's resource says.</summary>
    OfTheResource,
}
