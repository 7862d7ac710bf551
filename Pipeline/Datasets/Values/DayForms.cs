namespace CommunityDemand.Pipeline.Datasets.Values;

/// <summary>Forms of a date whose reading rests on an assumption that an account tells.</summary>
[Flags]
internal enum DayForms
{
    None = 0,

    /// <summary>The first part of a date with the year last can be no month.</summary>
    DayFirst = 1,

    /// <summary>The second part of a date with the year last can be no month.</summary>
    MonthFirst = 2,

    /// <summary>Day and month of a date with the year last may change places.</summary>
    EitherOrder = 4,

    /// <summary>Days since the end of 1899, as spreadsheets store dates.</summary>
    Serial = 8,

    /// <summary>Years since 1911, as Taiwan counts.</summary>
    Minguo = 16,

    /// <summary>A time of day with an offset from UTC, which is not applied.</summary>
    Offset = 32,
}
