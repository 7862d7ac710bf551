using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Datasets;

/// <summary>Distinct residents who took part in community affairs in the period that starts on the date.</summary>
public sealed record ParticipationFact(
    [property: CommunityColumn(Role = ColumnRole.Key)] string Community,
    [property: DateColumn("first day of the period", "统计期首日", Role = ColumnRole.Key)] DateOnly Date,
    [property: UploadColumn(
        "distinct residents who took part", "参与的居民人数，不重复计", Synonyms = ["参与人数", "参与"], Unit = Unit.Persons, IsWhole = true)]
    double Participants,
    [property: UploadColumn("channel of participation", "参与渠道", Synonyms = ["渠道"], Role = ColumnRole.Key)]
    string? Channel,
    [property: UploadColumn("mode of participation", "参与方式", Synonyms = ["方式", "参与方式"], Role = ColumnRole.Key)]
    string? Mode,
    [property: UploadColumn("residents who could take part", "应参与的居民", Synonyms = ["应参与人数", "总人数"], Unit = Unit.Persons)]
    double? Eligible)
{
    internal static DatasetSchema<ParticipationFact> Schema { get; } =
        new("participation") { RowIs = "a community's participation in a period, by channel and mode" };
}
