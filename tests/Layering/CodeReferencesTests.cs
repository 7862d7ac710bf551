using System.Diagnostics;
using System.Text;

namespace CommunityDemand.Tests.Layering;

public sealed class CodeReferencesTests
{
    [Theory]
    [InlineData(typeof(StringBuilder))]
    [InlineData(typeof(Stopwatch))]
    [InlineData(typeof(FormatException))]
    [InlineData(typeof(Uri))]
    public void Of_TypeNamedOnlyInsideAMethod_IsSeen(Type expected) => Types(typeof(Named)).ShouldContain(expected);

    [Fact]
    public void Of_Lambda_BelongsToTheOutermostType() =>
        typeof(Named).GetNestedTypes(System.Reflection.BindingFlags.NonPublic)
            .SelectMany(CodeReferences.Of)
            .Where(reference => CodeReferences.Types(reference.To).Contains(typeof(Version)))
            .ShouldAllBe(reference => reference.From == typeof(CodeReferencesTests));

    [Fact]
    public void Of_TypeNotNamed_IsNotSeen() => Types(typeof(Named)).ShouldNotContain(typeof(HttpClient));

    private static HashSet<Type> Types(Type type) =>
        [.. CodeReferences.Of(type).SelectMany(reference => CodeReferences.Types(reference.To))];

    private static class Named
    {
        public static long Made(Func<Func<string, Version>, int> use)
        {
            try
            {
                return new StringBuilder().Append(typeof(Uri)).Length + Stopwatch.GetTimestamp() + use(text => new Version(text));
            }
            catch (FormatException)
            {
                return 0;
            }
        }
    }
}
