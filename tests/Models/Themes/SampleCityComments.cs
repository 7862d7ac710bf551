using CommunityDemand.Domain.Feedback;
using CommunityDemand.Models.Themes;
using CommunityDemand.Tests.Local.SampleCity;

namespace CommunityDemand.Tests.Models.Themes;

/// <summary>The sample city's comments with their true themes, and the models that several tests ask: each is trained once.</summary>
public sealed class SampleCityComments : IAsyncLifetime
{
    private readonly SampleCityFixture _city;
    private readonly Lazy<ThemeModel> _byLabels;
    private readonly Lazy<ThemeModel> _byPseudoLabels;
    private readonly Lazy<ThemeModel> _bySeeds = new(() => ThemeTrainer.Train(new CommentSample()));

    public SampleCityComments(WrittenSampleCity written)
    {
        _city = new SampleCityFixture(written);
        _byLabels = new(() => ThemeTrainer.Train(SampleOf(All)));
        _byPseudoLabels = new(() => ThemeTrainer.Train(SampleOf(All.Select(comment => comment with { Label = null }))));
    }

    internal IReadOnlyList<Comment> All { get; private set; } = [];

    /// <summary>Trained with the labels that uploads have: of a third.</summary>
    internal ThemeModel ByLabels => _byLabels.Value;

    /// <summary>Trained on the same texts, none labelled.</summary>
    internal ThemeModel ByPseudoLabels => _byPseudoLabels.Value;

    /// <summary>Trained on no text at all.</summary>
    internal ThemeModel BySeeds => _bySeeds.Value;

    public async ValueTask InitializeAsync()
    {
        await _city.InitializeAsync();
        var truth = (await _city.TruthAsync("comments.csv")).ToDictionary(row => row["feedback_id"], row => row["theme"]);
        All =
        [
            .. (await _city.AnswersAsync()).Concat(await _city.UploadAsync("feedback/complaints.jsonl"))
                .Where(row => truth.ContainsKey(row["feedback_id"]))
                .Select(row => new Comment(
                    row["comment"],
                    CommentThemes.TryParse(row.GetValueOrDefault("theme"), out var label) ? label : null,
                    Theme(truth[row["feedback_id"]]))),
        ];
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    internal static CommentSample SampleOf(IEnumerable<Comment> comments)
    {
        var sample = new CommentSample();
        foreach (var comment in comments) sample.Add(comment.Text, comment.Label);
        return sample;
    }

    private static CommentTheme Theme(string code) =>
        CommentThemes.TryParse(code, out var theme) ? theme : throw new InvalidDataException(code);

    internal sealed record Comment(string Text, CommentTheme? Label, CommentTheme Truth);
}
