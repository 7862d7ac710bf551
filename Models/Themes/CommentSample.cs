using CommunityDemand.Domain.Feedback;
using CommunityDemand.Domain.Statistics;
using CommunityDemand.Domain.Text;

namespace CommunityDemand.Models.Themes;

/// <summary>
/// A bounded sample of different comments to learn from. It keeps the texts with the lowest hashes (<see cref="BottomSample{T}"/>), so
/// that neither the order in which comments come nor how often one is repeated matters. Texts equal but for case, width, digits and
/// punctuation are one.
/// </summary>
/// <param name="mostLabelled">Most labelled texts kept.</param>
/// <param name="mostUnlabelled">Most others kept.</param>
public sealed class CommentSample(int mostLabelled = CommentSample.MostLabelled, int mostUnlabelled = CommentSample.MostUnlabelled)
{
    /// <summary>About 40 MB of text at most, and seconds of training.</summary>
    public const int MostLabelled = 20_000;

    /// <inheritdoc cref="MostLabelled"/>
    public const int MostUnlabelled = 10_000;

    private readonly BottomSample<SampledComment> _labelled = new(mostLabelled);
    private readonly BottomSample<SampledComment> _unlabelled = new(mostUnlabelled);

    /// <summary>
    /// Labelled texts, by hash. A text with several labels has its commonest one, of equals the first in the order of themes.
    /// </summary>
    internal IEnumerable<SampledComment> Labelled => _labelled.Items.Select(item => item.Value);

    /// <summary>Other texts, by hash.</summary>
    internal IEnumerable<SampledComment> Unlabelled =>
        _unlabelled.Items.Where(item => !_labelled.Holds(item.Hash)).Select(item => item.Value);

    /// <param name="theme">What the upload says it is about; null if it does not say.</param>
    public void Add(string comment, CommentTheme? theme)
    {
        var text = CommentText.Normalise(comment);
        if (text.Length <= 1) return;
        var hash = StableHash.Of(text);
        var sampled = (theme is null ? _unlabelled : _labelled).GetOrAdd(hash, () => new SampledComment(hash, text));
        if (sampled is not null && theme is { } label) sampled.Labels[(int)label]++;
    }
}

/// <summary>A text of the sample, normalised, and how often each theme labels it.</summary>
internal sealed record SampledComment(ulong Hash, string Text)
{
    public int[] Labels { get; } = new int[CommentThemes.All.Count];

    public int Label => Array.IndexOf(Labels, Labels.Max());
}
