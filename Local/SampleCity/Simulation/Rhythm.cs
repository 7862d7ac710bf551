namespace CommunityDemand.Local.SampleCity.Simulation;

/// <summary>Rhythm of a service: how its demand follows the calendar.</summary>
internal enum Rhythm
{
    /// <summary>Equal demand on every day: help at home.</summary>
    EveryDay,

    /// <summary>Workdays and make-up workdays only: desks and clinics.</summary>
    Office,

    /// <summary>Most demand on weekends and holidays: sports and culture.</summary>
    Leisure,

    /// <summary>Workdays of the school year: children and tutoring.</summary>
    School,
}
