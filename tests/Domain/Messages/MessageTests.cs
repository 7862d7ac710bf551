using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Tests.Domain.Messages;

public sealed class MessageTests
{
    [Fact]
    public void Read_OfWhatWasWritten_IsTheSameMessage()
    {
        var place = new Message("drift.above", ("area", "西区"), ("since", new DateOnly(2026, 3, 1)));
        var message = new Message(
            "drift", ("count", 3), ("share", 0.25), ("whole", 2.0), ("known", true), ("places", new[] { place, place }),
            ("codes", new[] { "a", "b" }));

        var read = MessageJson.Read(MessageJson.Write(message));

        read.ShouldBe(message);
        read["count"].ShouldBe(3L);
        read["places"].ShouldBeOfType<object[]>()[0].ShouldBe(place);
        ((Message)read["places"].ShouldBeOfType<object[]>()[0])["since"].ShouldBe("2026-03-01");
    }

    [Fact]
    public void Read_OfCodeAndArguments_IsTheSameMessage()
    {
        var plain = new Message("drift");
        var message = new Message("drift", ("count", 3), ("places", new[] { new Message("place", ("area", "西区")) }));

        MessageJson.WriteArguments(plain).ShouldBeEmpty();
        MessageJson.Read("drift", "").ShouldBe(plain);
        MessageJson.WriteArguments(message).ShouldBe("""{"count":3,"places":[{"code":"place","area":"西区"}]}""");
        MessageJson.Read("drift", MessageJson.WriteArguments(message)).ShouldBe(message);
    }

    [Fact]
    public void ReadList_OfNothing_IsEmpty()
    {
        MessageJson.ReadList(null).ShouldBeEmpty();
        MessageJson.ReadList("").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"days": 3}""")]
    [InlineData("""{"code": "a", "x": null}""")]
    public void Read_NoMessage_Throws(string json) => Should.Throw<System.Text.Json.JsonException>(() => MessageJson.Read(json));

    [Fact]
    public void Constructor_ImpossibleArguments_Throws()
    {
        Should.Throw<ArgumentException>(() => new Message("a", ("x", double.NaN)));
        Should.Throw<ArgumentException>(() => new Message("a", ("x", 1), ("x", 2)));
        Should.Throw<ArgumentException>(() => new Message("a", ("code", "b")));
        Should.Throw<ArgumentException>(() => new Message(""));
    }
}
