using System.Text;
using CommunityDemand.Domain.Messages;
using CommunityDemand.Domain.Time;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.Panels;
using CommunityDemand.Models.Storage;

namespace CommunityDemand.Models.Forecasts;

/// <summary>
/// Base forecasts: forecasts of single nodes before reconciliation. Parts of a city are forecast separately and reconciled together.
/// </summary>
/// <param name="Periods">Forecast periods: the axis starts after the origin, and its length is the horizon.</param>
/// <param name="Nodes">Nodes, in the order of the hierarchy.</param>
public sealed record BaseForecasts(TimeAxis Periods, IReadOnlyList<BaseForecast> Nodes)
{
    private const string Kind = "base forecasts";
    private const int Version = 4;

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
            w.Write(forecast.Spread);
        });
    }

    /// <exception cref="InvalidDataException">The stream does not contain base forecasts of this version.</exception>
    public static BaseForecasts Load(Stream stream) => BinaryFormat.Read(stream, Kind, Version, reader => new BaseForecasts(
        PanelFormat.ReadAxis(reader),
        reader.ReadList(r => new BaseForecast(
            new Node(r.ReadString(), r.ReadStrings()), r.ReadArray<double>(), r.ReadString(), MessageJson.ReadList(r.ReadString()),
            r.ReadDouble(), r.ReadDouble()))));
}

/// <summary>The forecast of one node before reconciliation.</summary>
/// <param name="Mean">Mean of each period of the horizon, 0 or more.</param>
/// <param name="Unseen">Share of the forecast, 0 to 1, that the history of older sums does not contain, because the node is young.</param>
/// <param name="Spread">Usual one-step error of the node, in the unit of the panel; it scales the intervals.</param>
public sealed record BaseForecast(
    Node Node, double[] Mean, string Model, IReadOnlyList<Message> Drivers, double Unseen, double Spread);
