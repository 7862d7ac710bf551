using System.Text;
using CommunityDemand.Domain.Time;
using CommunityDemand.Models.Storage;

namespace CommunityDemand.Models.Panels;

/// <summary>The binary form of a panel, used to pass panels between the parts of a run.</summary>
internal static class PanelFormat
{
    private const string Kind = "panel";
    private const int Version = 3;

    public static void Write(Panel panel, Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.WriteHeader(Kind, Version);
        WriteAxis(writer, panel.Axis);
        WriteSchema(writer, panel.Schema);
        writer.WriteList(panel.Keys, (w, key) => w.WriteStrings(key));
        writer.WriteList(panel.Values, (w, series) => w.WriteArray<float>(series));
        writer.WriteStrings([.. panel.Calendar.Names]);
        writer.WriteList([.. panel.Calendar.Columns], (w, column) => w.WriteArray<float>(column));
        writer.WriteList([.. panel.Features], WriteFeature);
        writer.WriteList([.. panel.ActiveTo], (w, to) => w.Write(to ?? int.MaxValue));
    }

    public static Panel Read(Stream stream) => BinaryFormat.Read(stream, Kind, Version, reader => new Panel(
        ReadAxis(reader),
        ReadSchema(reader),
        reader.ReadList(r => r.ReadStrings()),
        reader.ReadList(r => r.ReadArray<float>()),
        new CalendarFeatures(reader.ReadStrings(), reader.ReadList(r => r.ReadArray<float>())),
        reader.ReadList(ReadFeature),
        reader.ReadList(r => r.ReadInt32() is var to && to == int.MaxValue ? (int?)null : to)));

    public static void WriteAxis(BinaryWriter writer, TimeAxis axis)
    {
        writer.Write((int)axis.Frequency);
        writer.Write(axis.Start.Ticks);
        writer.Write(axis.Count);
    }

    public static TimeAxis ReadAxis(BinaryReader reader) =>
        new((Frequency)reader.ReadInt32(), new DateTime(reader.ReadInt64(), DateTimeKind.Unspecified), reader.ReadInt32());

    public static void WriteSchema(BinaryWriter writer, KeySchema schema)
    {
        writer.WriteStrings([.. schema.Columns]);
        writer.WriteList([.. schema.Dimensions], (w, dimension) => w.WriteStrings([.. dimension]));
    }

    public static KeySchema ReadSchema(BinaryReader reader) => new(reader.ReadStrings(), reader.ReadList(r => r.ReadStrings()));

    private static void WriteFeature(BinaryWriter writer, SeriesFeature feature)
    {
        writer.Write(feature.Name);
        writer.WriteList([.. feature.Steps], (w, steps) => w.WriteArray<FeatureStep>([.. steps]));
        writer.Write(feature.IsKnownAhead);
    }

    private static SeriesFeature ReadFeature(BinaryReader reader) =>
        new(reader.ReadString(), reader.ReadList(r => r.ReadArray<FeatureStep>()), reader.ReadBoolean());
}
