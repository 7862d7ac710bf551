namespace CommunityDemand.Domain.Time;

/// <summary>Kind of day for people who work office hours.</summary>
public enum DayKind
{
    /// <summary>工作日</summary>
    Workday,

    /// <summary>周末</summary>
    Weekend,

    /// <summary>节假日</summary>
    Holiday,

    /// <summary>调休上班: a weekend day or holiday that is worked in exchange for another day off.</summary>
    MakeUpWorkday,
}
