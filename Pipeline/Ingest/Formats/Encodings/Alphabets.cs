using System.Collections.Frozen;

namespace CommunityDemand.Pipeline.Ingest.Formats.Encodings;

/// <summary>Letters outside ASCII, from the commonest to the rarest, of the languages that are written in a script.</summary>
internal static class Alphabets
{
    private static readonly FrozenDictionary<Script, FrozenDictionary<char, double>[]> Known = new Dictionary<Script, string[]>
    {
        // French, German, Spanish, Portuguese, Italian, Nordic, Dutch; then names of all of them mixed.
        [Script.Western] = ["éèàêçôîâùûœïëæ", "üäöß", "óíáéñúü", "ãçáéõíóêâúàô", "èàòùìé", "åäöøæé", "ðþíáéóúýæö", "éüäöáèíóåøñçàæêôâãõúßëïîûùœòìðþý"],
        // Polish, Czech, Slovak, Hungarian, Croatian and Slovene, Romanian; no mixture: it would fit anything.
        [Script.CentralEuropean] = ["łąęóżśćńź", "íáěéřčšžýůúďťňó", "áíéčžšýúľťôňďäĺŕó", "áéőöóüíúűô", "čšžćđ", "ăîâşţșț", "äöüß"],
        [Script.Turkish] = ["ıışüçğöİâî"],
        [Script.Cyrillic] = ["оеаинтсрвлкмдпуяызьбгчйхжшюцщэфёъ", "аиоетнрвслдкпмзугябъчжйщцхшфюь", "оаинівтерслкудпмязьгбчхйїжєшюцщфґ"],
        [Script.Greek] = ["αοιετσνηυρπκςμλωδγίχόάθέφήβύξώζψϊ"],
        [Script.Hebrew] = ["יוהלאשרתמבנעדחקכפםטגזןסצףךץ"],
        [Script.Arabic] = ["اليمونرتبةعدسفهكقأحجشطصخىذئزضغءثآؤإظ"],
        [Script.Thai] = ["านรอกเงมยลวดทสตะปบคหแจพชขใไโผซถธฉฐฎณญศษฟฝภฮฬฆฑฒฌฤ่้ิีัุู์ำึื็๊๋ๆฯ"],
    }.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.Select(Weigh).ToArray());

    /// <summary>The languages of a script; none of those with thousands of characters.</summary>
    public static IReadOnlyList<FrozenDictionary<char, double>> Of(Script script) => Known.GetValueOrDefault(script) ?? [];

    // From 1 for the commonest letter to .3 for the rarest.
    private static FrozenDictionary<char, double> Weigh(string letters) => letters
        .Select((letter, rank) => (Letter: letter, Weight: 1 - (0.7 * rank / letters.Length)))
        .DistinctBy(one => one.Letter)
        .ToFrozenDictionary(one => one.Letter, one => one.Weight);
}
