namespace CommunityDemand.Domain.Residents;

/// <summary>Groups of residents whose shares indicate the needs of a community. The groups overlap.</summary>
public enum ResidentGroup
{
    /// <summary>Aged 60 and over: the handbook's definition of the elderly.</summary>
    Age60Plus,

    /// <summary>Aged 65 and over.</summary>
    Age65Plus,

    /// <summary>Aged 15 to 35.</summary>
    Age15To35,

    /// <summary>With a disability.</summary>
    Disabled,

    /// <summary>With a low income.</summary>
    LowIncome,

    /// <summary>Children.</summary>
    Children,
}
