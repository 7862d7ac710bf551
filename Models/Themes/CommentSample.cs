using CommunityDemand.Domain.Feedback;
using CommunityDemand.Domain.Statistics;
using CommunityDemand.Domain.Text;

namespace CommunityDemand.Models.Themes;

/// <summary>
/// A bounded sample of distinct comments to learn from. It keeps the texts with the lowest hashes (<see cref="BottomSample{T}"/>), so
/// neither the order nor the repetition of comments matters. Texts that differ only in case, width, digits and punctuation are equal.
/// </summary>
/// <param name="mostLabelled">Maximum number of labelled texts.</param>
/// <param name="mostUnlabelled">Maximum number of unlabelled texts.</param>
public sealed class CommentSample(int mostLabelled = CommentSample.MostLabelled, int mostUnlabelled = CommentSample.MostUnlabelled)
{
    /// <summary>Default maximum of unlabelled texts: about 40 MB of text, and seconds of training.</summary>
    public const int MostLabelled = 20_000;

    /// <inheritdoc cref="MostLabelled"/>
    public const int MostUnlabelled = 10_000;

    private readonly BottomSample<SampledComment> _labelled = new(mostLabelled);
    private readonly BottomSample<SampledComment> _unlabelled = new(mostUnlabelled);

    /// <summary>
    /// Labelled texts, in order of their hashes. A text with several labels has the most frequent one, or the first in the order of
    /// themes where equal.
    /// </summary>
    internal IEnumerable<SampledComment> Labelled => _labelled.Items.Select(item => item.Value);

    /// <summary>Unlabelled texts, in order of their hashes.</summary>
    internal IEnumerable<SampledComment> Unlabelled =>
        _unlabelled.Items.Where(item => !_labelled.Holds(item.Hash)).Select(item => item.Value);

    /// <param name="theme">Theme that the upload gives; null without one.</param>
    public void Add(string comment, CommentTheme? theme)
    {
        var text = CommentText.Normalise(comment);
        if (text.Length <= 1) return;
        var hash = StableHash.Of(text);
        var sampled = (theme is null ? _unlabelled : _labelled).GetOrAdd(hash, () => new SampledComment(hash, text));
        if (sampled is not null && theme is { } label) sampled.Labels[(int)label]++;
    }
}

/// <summary>A normalised text of the sample, with the number of labels of each theme.</summary>
internal sealed record SampledComment(ulong Hash, string Text)
{
    public int[] Labels { get; } = new int[CommentThemes.All.Count];

    public int Label => Array.IndexOf(Labels, Labels.Max());
}
