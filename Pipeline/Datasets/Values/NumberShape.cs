namespace CommunityDemand.Pipeline.Datasets.Values;

/// <summary>What the separators of a number tell of the style.</summary>
internal enum NumberShape
{
    /// <summary>No number.</summary>
    None,

    /// <summary>Nothing: the number reads the same under both styles.</summary>
    Neutral,

    /// <summary>A point before the decimals, or commas between thousands.</summary>
    Point,

    /// <summary>A comma before the decimals, or points between thousands.</summary>
    Comma,

    /// <summary>One point before three digits: decimals or thousands.</summary>
    EitherPoint,

    /// <summary>One comma before three digits: decimals or thousands.</summary>
    EitherComma,
}
