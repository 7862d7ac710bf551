using CommunityDemand.Models.Engine;
using CommunityDemand.Models.Forecasts;
using CommunityDemand.Models.Panels;

namespace CommunityDemand.Tests.Models.Engine;

/// <summary>Models, panels and forecasts whose bytes are cut off or altered say so, so that callers can go on without them.</summary>
public sealed class DamagedFileTests
{
    private static readonly ForecastEngine Engine = new(new EngineOptions { Boosting = false });

    [Theory]
    [InlineData(Damage.Cut)]
    [InlineData(Damage.HugeLength)]
    [InlineData(Damage.NegativeLength)]
    public void Load_DamagedModel_SaysThatItIsDamaged(Damage damage) =>
        ShouldSaySo(Engine.Train(Synthetic.Monthly(), 6, cancellationToken: Token).Save, damage, bytes => TrainedModel.Load(bytes));

    [Theory]
    [InlineData(Damage.Cut)]
    [InlineData(Damage.HugeLength)]
    public void Load_DamagedPanel_SaysThatItIsDamaged(Damage damage) =>
        ShouldSaySo(Synthetic.Monthly().Save, damage, bytes => Panel.Load(bytes));

    [Theory]
    [InlineData(Damage.Cut)]
    [InlineData(Damage.HugeLength)]
    public void Load_DamagedForecasts_SaysThatTheyAreDamaged(Damage damage)
    {
        var panel = Synthetic.Monthly();
        ShouldSaySo(
            Engine.Predict(Engine.Train(panel, 6, cancellationToken: Token), panel, cancellationToken: Token).Save,
            damage,
            bytes => BaseForecasts.Load(bytes));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static void ShouldSaySo(Action<Stream> save, Damage damage, Action<Stream> load)
    {
        using var stream = new MemoryStream();
        save(stream);
        var bytes = stream.ToArray();
        // A header is a text, with its length in a byte before it, and a version. Numbers come next, of which some are lengths.
        var body = 1 + bytes[0] + sizeof(int);
        if (damage == Damage.Cut) bytes = bytes[..(bytes.Length / 2)];
        else for (var at = body; at < body + 20; at += sizeof(int))
            BitConverter.TryWriteBytes(bytes.AsSpan(at), damage == Damage.HugeLength ? int.MaxValue : -1);

        Should.Throw<InvalidDataException>(() => load(new MemoryStream(bytes))).Message.ShouldContain("damaged");
    }

    /// <summary>What was done to the bytes.</summary>
    public enum Damage
    {
        Cut,
        HugeLength,
        NegativeLength,
    }
}
