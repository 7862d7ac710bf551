namespace CommunityDemand.Pipeline.Datasets.Schemas;

/// <summary>How late a day may be.</summary>
internal enum DayBound
{
    /// <summary>What happened: until tomorrow, for time zones east of the clock.</summary>
    Tomorrow,

    /// <summary>What is planned: twenty years ahead.</summary>
    Planned,

    /// <summary>An end, often written as 9999-12-31.</summary>
    Any,
}
