using CommunityDemand.Domain.Statistics;
using CommunityDemand.Domain.Text;
using CsCheck;

namespace CommunityDemand.Tests.Domain.Statistics;

public sealed class BottomSampleTests
{
    [Fact]
    public void Items_AnyOrderAndAnyRepeats_AreTheSame() => Gen.String.Array[0, 60].Sample(texts =>
    {
        var (forwards, backwards) = (new BottomSample<string>(10), new BottomSample<string>(10));
        foreach (var text in texts) forwards.GetOrAdd(StableHash.Of(text), () => text);
        foreach (var text in texts.Reverse().Concat(texts)) backwards.GetOrAdd(StableHash.Of(text), () => text);

        forwards.Items.ShouldBe(backwards.Items);
        forwards.Items.Count().ShouldBe(Math.Min(10, texts.Distinct().Count()));
    });

    [Fact]
    public void GetOrAdd_HashAboveAllOfAFullSample_IsNull()
    {
        var sample = new BottomSample<string>(2);
        sample.GetOrAdd(1, () => "a");
        sample.GetOrAdd(2, () => "b");

        sample.GetOrAdd(3, () => "c").ShouldBeNull();
        sample.GetOrAdd(1, () => "again").ShouldBe("a");
        sample.GetOrAdd(0, () => "z").ShouldBe("z");
        sample.Holds(2).ShouldBeFalse();
    }
}
