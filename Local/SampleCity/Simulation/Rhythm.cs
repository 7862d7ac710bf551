namespace CommunityDemand.Local.SampleCity.Simulation;

/// <summary>How a service's demand follows the calendar.</summary>
internal enum Rhythm
{
    /// <summary>Every day alike: help at home.</summary>
    EveryDay,

    /// <summary>Workdays and make-up workdays only: desks and clinics.</summary>
    Office,

    /// <summary>Most on weekends and holidays: sports and culture.</summary>
    Leisure,

    /// <summary>Workdays of the school year: children and tutoring.</summary>
    School,
}
