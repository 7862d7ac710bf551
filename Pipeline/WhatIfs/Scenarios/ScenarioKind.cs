namespace CommunityDemand.Pipeline.WhatIfs.Scenarios;

/// <summary>Kinds of scenarios.</summary>
public enum ScenarioKind
{
    /// <summary>More residents aged 60 and over.</summary>
    Ageing,

    /// <summary>Demand multiplied by a factor.</summary>
    Surge,

    /// <summary>More capacity in a community.</summary>
    NewCentre,

    /// <summary>A service of a community closes.</summary>
    ClosedCentre,

    /// <summary>A holiday moves to another day.</summary>
    MovedHoliday,
}
