using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Ledger;
using CsCheck;

namespace CommunityDemand.Tests.Pipeline.Facts;

public sealed class JoinedKeysTests
{
    private static readonly string[] Spellings = ["riverside", "Riverside", "RIVERSIDE", "RiverSide"];

    [Fact]
    public void Of_SpellingsOfSeveralUploads_FirstByItsCharactersInAnyOrder() =>
        Gen.Shuffle(Spellings).Sample(
            order => Joined([.. order.Select(key => Upload("usage", key))]).Of("community", "riverside") == "RIVERSIDE");

    [Fact]
    public void Of_SpellingOfTheCommunities_ComesFirst() =>
        Gen.Shuffle(Spellings).Sample(
            order => Joined([Upload("communities", "riverside"), .. order.Select(key => Upload("usage", key))])
                .Of("community", "RIVERSIDE") == "riverside");

    [Fact]
    public void Of_UploadOfAnEarlierVersion_TakesTheSpellingOfOthers() =>
        Joined([Upload("usage", "Riverside"), new LiveRow { PartitionKey = "usage" }]).Of("community", "riverside").ShouldBe("Riverside");

    [Fact]
    public void Of_OneSpelling_Stays()
    {
        Joined([Upload("usage", "Riverside")]).SpellingsOf("community", "Riverside").ShouldBeEmpty();
        Joined([Upload("usage", "Riverside")]).Of("service", "Riverside").ShouldBe("Riverside");
    }

    [Fact]
    public void Read_WrittenKeys_GivesThoseWithCase()
    {
        SpeltKey[] keys = [new("service", "library"), new("community", "C1"), new("community", "河滨"), new("community", "0107")];

        SpeltKeys.Read(SpeltKeys.ToBytes(keys)).ShouldBe([new("community", "C1"), new("service", "library")]);
    }

    [Fact]
    public void ToBytes_MoreKeysThanFit_StoresTheFirst()
    {
        var random = new Random(1);
        var keys = Enumerable.Range(0, 20_000).Select(_ => new SpeltKey("community", $"C{random.NextInt64():x16}")).ToArray();

        var bytes = SpeltKeys.ToBytes(keys);

        bytes.Length.ShouldBeInRange(SpeltKeys.MostBytes / 3, SpeltKeys.MostBytes);
        SpeltKeys.Read(bytes).First().ShouldBe(keys.MinBy(key => key.Text, StringComparer.Ordinal));
    }

    private static JoinedKeys Joined(LiveRow[] uploads) => JoinedKeys.Of(uploads);

    private static LiveRow Upload(string dataset, string community) =>
        new() { PartitionKey = dataset, Spelt = SpeltKeys.ToBytes([new SpeltKey("community", community)]) };
}
