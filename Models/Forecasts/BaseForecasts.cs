using System.Text;
using CommunityDemand.Domain.Messages;
using CommunityDemand.Domain.Time;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.Panels;
using CommunityDemand.Models.Storage;

namespace CommunityDemand.Models.Forecasts;

/// <summary>Forecasts of nodes one by one, before reconciliation; parts of a city are made apart and reconciled together.</summary>
/// <param name="Periods">The periods forecast: starts after the origin, counts the horizon.</param>
/// <param name="Nodes">In the order of the hierarchy they were made from.</param>
public sealed record BaseForecasts(TimeAxis Periods, IReadOnlyList<BaseForecast> Nodes)
{
    private const string Kind = "base forecasts";
    private const int Version = 3;

    /// <summary>Writes a compact binary form that <see cref="Load"/> reads.</summary>
    public void Save(Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.WriteHeader(Kind, Version);
        PanelFormat.WriteAxis(writer, Periods);
        writer.WriteList(Nodes, (w, forecast) =>
        {
            w.Write(forecast.Node.Level);
            w.WriteStrings([.. forecast.Node.Values]);
            w.WriteArray<double>(forecast.Mean);
            w.Write(forecast.Model);
            w.Write(MessageJson.Write(forecast.Drivers));
            w.Write(forecast.Unseen);
        });
    }

    /// <exception cref="InvalidDataException">The stream holds no base forecasts of this version.</exception>
    public static BaseForecasts Load(Stream stream) => BinaryFormat.Read(stream, Kind, Version, reader => new BaseForecasts(
        PanelFormat.ReadAxis(reader),
        reader.ReadList(r => new BaseForecast(
            new Node(r.ReadString(), r.ReadStrings()), r.ReadArray<double>(), r.ReadString(), MessageJson.ReadList(r.ReadString()), r.ReadDouble()))));
}

/// <summary>One node's forecast before reconciliation.</summary>
/// <param name="Mean">A value a period of the horizon, 0 or more.</param>
/// <param name="Unseen">The part of it, 0 to 1, that the past of older sums can't show, because the node is young.</param>
public sealed record BaseForecast(Node Node, double[] Mean, string Model, IReadOnlyList<Message> Drivers, double Unseen);
