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

internal static class Rhythms
{
    /// <summary>Days of a week on which a service of the rhythm is open.</summary>
    public static int OpenDays(this Rhythm rhythm) => rhythm is Rhythm.Office or Rhythm.School ? 5 : 7;
}
