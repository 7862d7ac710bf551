using System.Text;
using CommunityDemand.Models.Backtesting;
using CommunityDemand.Models.Boosting;
using CommunityDemand.Models.Explaining;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.Intervals;
using CommunityDemand.Models.Panels;
using CommunityDemand.Models.Pooling;
using CommunityDemand.Models.Reconciliation;
using CommunityDemand.Models.Storage;

namespace CommunityDemand.Models.Engine;

/// <summary>The binary form of a trained model. Dictionaries are written in ordinal order, so equal models give equal bytes.</summary>
internal static class TrainedModelFormat
{
    private const string Kind = "demand model";
    private const int Version = 5;

    public static void Write(TrainedModel model, Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.WriteHeader(Kind, Version);
        PanelFormat.WriteSchema(writer, model.Schema);
        PanelFormat.WriteAxis(writer, model.Trained);
        writer.Write(model.Season);
        writer.Write(model.Horizon);
        writer.Write(model.Seed);
        writer.WriteStrings([.. model.Members]);
        writer.WriteList(model.LevelWeights.OrderBy(entry => entry.Key, StringComparer.Ordinal).ToArray(), (w, entry) =>
        {
            w.Write(entry.Key);
            w.WriteArray<float>(entry.Value);
        });
        writer.Write((int)model.Reconciliation);
        writer.WriteList([.. model.Accuracy], WriteAccuracy);
        model.Learned.Pools.Write(writer);
        writer.Write(model.Learned.Global is not null);
        model.Learned.Global?.Write(writer);
        var nodes = model.Learned.Nodes
            .OrderBy(node => node.Key.Level, StringComparer.Ordinal)
            .ThenBy(node => node.Key.Key, StringComparer.Ordinal);
        writer.WriteList([.. nodes], (w, node) =>
        {
            w.Write(node.Key.Level);
            w.WriteStrings([.. node.Key.Values]);
            w.WriteArray<float>(node.Value.Weights);
            w.Write(node.Value.Variance);
        });
        writer.WriteList(model.Learned.LevelVariance.OrderBy(entry => entry.Key, StringComparer.Ordinal).ToArray(), (w, entry) =>
        {
            w.Write(entry.Key);
            w.Write(entry.Value);
        });
        model.Learned.Intervals.Write(writer);
        model.Learned.Effects.Write(writer);
    }

    public static TrainedModel Read(Stream stream) => BinaryFormat.Read(stream, Kind, Version, ReadModel);

    private static TrainedModel ReadModel(BinaryReader reader)
    {
        var (schema, trained) = (PanelFormat.ReadSchema(reader), PanelFormat.ReadAxis(reader));
        var (season, horizon, seed) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
        var members = reader.ReadStrings();
        var levelWeights = reader.ReadList(r => (r.ReadString(), r.ReadArray<float>())).ToDictionary(StringComparer.Ordinal);
        var reconciliation = (ReconciliationMethod)reader.ReadInt32();
        var accuracy = reader.ReadList(ReadAccuracy);
        var learned = new LearnedState(
            PoolTable.Read(reader, schema),
            reader.ReadBoolean() ? GlobalModels.Read(reader) : null,
            reader.ReadList(r =>
                (new Node(r.ReadString(), r.ReadStrings()), new NodeSettings(r.ReadArray<float>(), r.ReadDouble()))).ToDictionary(),
            reader.ReadList(r => (r.ReadString(), r.ReadDouble())).ToDictionary(StringComparer.Ordinal),
            IntervalTable.Read(reader),
            FeatureEffects.Read(reader));
        return new TrainedModel(learned)
        {
            Schema = schema,
            Trained = trained,
            Season = season,
            Horizon = horizon,
            Seed = seed,
            Members = members,
            LevelWeights = levelWeights,
            Reconciliation = reconciliation,
            Accuracy = accuracy,
            Importance = learned.Global?.Importance ?? [],
        };
    }

    private static void WriteAccuracy(BinaryWriter writer, LevelAccuracy row)
    {
        writer.Write(row.Level);
        writer.Write(row.FromHorizon);
        writer.Write(row.ToHorizon);
        writer.WriteArray<double>(
        [
            row.Mase, row.Rmsse, row.Wape, row.Crps, row.Coverage80, row.Coverage95, row.NaiveMase, row.NaiveRmsse, row.NaiveWape,
        ]);
        writer.Write(row.Nodes);
        writer.Write(row.Unscaled);
    }

    private static LevelAccuracy ReadAccuracy(BinaryReader reader)
    {
        var (level, from, to) = (reader.ReadString(), reader.ReadInt32(), reader.ReadInt32());
        var m = reader.ReadArray<double>();
        return new LevelAccuracy(
            level, from, to, m[0], m[1], m[2], m[3], m[4], m[5], m[6], m[7], m[8], reader.ReadInt32(), reader.ReadInt32());
    }
}
