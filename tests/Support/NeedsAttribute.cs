using Xunit.v3;

namespace CommunityDemand.Tests.Support;

/// <summary>
/// Tests that the fast loop leaves out, and what for: the trait "Needs", which <c>dotnet test --filter-not-trait "Needs=*"</c> filters by.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal abstract class NeedsAttribute(string what) : Attribute, ITraitAttribute
{
    public const string Trait = "Needs";

    private readonly string _what = what;

    /// <summary>Fails a test that asks for what its marks do not tell, so that the fast loop stays what it is.</summary>
    public static void Demand<TMark>()
        where TMark : NeedsAttribute, new()
    {
        if (TestContext.Current.TestCase is not { } test) return;
        var what = new TMark()._what;
        if (!test.Traits.TryGetValue(Trait, out var marked) || !marked.Contains(what))
            throw new InvalidOperationException(
                $"{test.TestCaseDisplayName} uses {what}: mark it or its class with [{typeof(TMark).Name[..^nameof(Attribute).Length]}].");
    }

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new(Trait, _what)];
}

/// <summary>Tests that start Azurite.</summary>
internal sealed class UsesAzuriteAttribute() : NeedsAttribute("Azurite");

/// <summary>Tests that drive a browser.</summary>
internal sealed class UsesBrowserAttribute() : NeedsAttribute("Browser");

/// <summary>Tests that train or simulate for more than a second or two.</summary>
/// <param name="seconds">About how long the class computes on one core: <see cref="SlowFirst"/> starts the longest first.</param>
internal sealed class SlowAttribute(int seconds) : NeedsAttribute("Time")
{
    public const int Few = 5;

    public SlowAttribute()
        : this(Few)
    {
    }

    public int Seconds => seconds;
}
