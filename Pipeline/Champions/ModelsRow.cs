using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Champions;

/// <summary>
/// A row of table <c>Models</c>: a trained model. Null columns are unknown to the current night and keep their stored values.
/// </summary>
internal sealed record ModelsRow
{
    public static StandingTable<ModelsRow> Table { get; } = new() { Name = "Models", RowIs = "a trained model", OnlyPartition = "model" };

    [Label("Model", "模型")]
    [Column("version: a digest of the whole model", "版本：所学内容的摘要")]
    public string? Model { get; init; }

    [Column(
        "run that last published with the model; for a model that never forecast, the run that trained it",
        "最近一次用它发布的运行；从未用于预测的为训练它的运行")]
    public string? Run { get; init; }

    [Label("Trained", "训练时间")]
    [Column("time of the training", "训练时间")]
    public DateTimeOffset? CreatedAt { get; init; }

    [Column("origin of the run", "其运行的截止日")]
    public DateOnly? Origin { get; init; }

    [Column("first day of the training data", "训练数据首日")]
    public DateOnly? From { get; init; }

    [Column("last day of the training data", "训练数据末日")]
    public DateOnly? To { get; init; }

    [Label("Series", "序列数")]
    [Column("number of series in the training data", "训练的序列数")]
    public int? Series { get; init; }

    [Label("MASE", "MASE")]
    [Column(
        "mean absolute scaled error; this and the next columns are empty where the history is too short for a backtest",
        "平均绝对标度误差；历史太短无法回测时为空，其后各列同")]
    public double? Mase { get; init; }

    [Column("the same of the seasonal naive forecast", "季节朴素预测的同一误差")]
    public double? NaiveMase { get; init; }

    [Label("RMSSE", "RMSSE")]
    [Column("root mean squared scaled error", "均方根标度误差")]
    public double? Rmsse { get; init; }

    [Column("the same of the seasonal naive forecast", "季节朴素预测的同一误差")]
    public double? NaiveRmsse { get; init; }

    [Label("WAPE", "WAPE")]
    [Column("sum of absolute errors / sum of actual values", "绝对误差之和 / 实际之和", Unit = Unit.OfActuals)]
    public double? Wape { get; init; }

    [Column("the same of the seasonal naive forecast", "季节朴素预测的同一误差", Unit = Unit.OfActuals)]
    public double? NaiveWape { get; init; }

    [Label("CRPS", "CRPS")]
    [Column("continuous ranked probability score / mean actual value", "连续分级概率评分 / 实际均值")]
    public double? Crps { get; init; }

    [Label("80% held", "80% 区间命中")]
    [Column("share of actual values inside the 80% interval", "落入 80% 区间的占比", Unit = Unit.Share)]
    public double? Coverage80 { get; init; }

    [Label("95% held", "95% 区间命中")]
    [Column("share of actual values inside the 95% interval", "落入 95% 区间的占比", Unit = Unit.Share)]
    public double? Coverage95 { get; init; }

    [Column("the 20 most important features, as JSON", "解释力最大的 20 个特征，JSON 格式")]
    public string? Importance { get; init; }

    [Column("the engine's settings, as JSON", "引擎设置，JSON 格式")]
    public string? Settings { get; init; }

    [Column("whether the model is the current champion; at most one row is", "当前是否为冠军模型；至多一行为真")]
    public bool? Champion { get; init; }

    [Column(
        "time of the first promotion by a comparison, when that run was published; empty if never",
        "首次经比较成为冠军的时间，即该运行的发布时间；从未则为空")]
    public DateTimeOffset? PromotedAt { get; init; }

    [Label("Decision", "决定")]
    [Column("decision of its night, as in `Runs`", "当晚的决定，同 Runs", Words = "decision")]
    public PromotionOutcome? Promotion { get; init; }

    [Column("version that was the champion then; empty if there was none", "当时的冠军版本；没有则为空")]
    public string? ComparedWith { get; init; }

    [Label("Why", "原因")]
    [Column("reason of the decision", "采用与否的原因")]
    public Message? Reason { get; init; }

    [Column(
        "RMSSE / RMSSE of the seasonal naive forecast, geometric mean over all levels; below 1 is better than seasonal naive; empty "
            + "without a backtest. Each night has its own days, so a difference between two rows tells more about the days than "
            + "about the models",
        "其 RMSSE 与季节朴素预测之比在各级的几何平均；小于 1 优于季节朴素；无回测时为空。每晚的日期不同：两行之差更多反映日期而非模型")]
    public double? Skill { get; init; }

    [Column("number of periods (days, weeks or months) with usage in the training data", "训练数据中有使用记录的期数（天、周或月）", Unit = Unit.Periods)]
    public int? Days { get; init; }

    [Column("calendar and community columns in the training data", "训练所用的日历和社区特征列")]
    public string? Columns { get; init; }

    [Column("problems in the training data; empty if none", "数据中的异常；没有则为空")]
    public IReadOnlyList<Message>? Problems { get; init; }

    [Label("Seconds", "秒")]
    [Column("wall-clock time of backtest and training", "回测和训练的用时", Unit = Unit.Seconds)]
    public double? TrainingSeconds { get; init; }

    [Column("version of the engine that trained the model, with its commit where the build knew one", "训练它的引擎版本，构建时已知则附提交号")]
    public string? CodeVersion { get; init; }

    [Column("seed of the training", "训练的随机种子")]
    public int? Seed { get; init; }
}
