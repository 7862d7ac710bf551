namespace CommunityDemand.Pipeline.WhatIfs.Scenarios;

/// <summary>What may be asked.</summary>
public enum ScenarioKind
{
    /// <summary>More residents aged 60 and over.</summary>
    Ageing,

    /// <summary>Demand times a factor.</summary>
    Surge,

    /// <summary>More capacity in a community.</summary>
    NewCentre,

    /// <summary>A community's service closes.</summary>
    ClosedCentre,

    /// <summary>A holiday falls on another day.</summary>
    MovedHoliday,
}
