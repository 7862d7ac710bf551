using System.Reflection;

namespace CommunityDemand.Tests.Layering;

/// <summary>What the types of a compiled assembly name: in their declarations, signatures and attributes, and inside methods.</summary>
/// <remarks>Constants are not seen: the compiler writes their value in place of their name.</remarks>
internal static class CodeReferences
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Pairs of an outermost type of the assembly and a member that the type, or a type nested in it, names.</summary>
    public static IEnumerable<(Type From, MemberInfo To)> Of(Assembly assembly) => assembly.GetTypes().SelectMany(Of);

    /// <summary>The same for one type, the types nested in it left out.</summary>
    public static IEnumerable<(Type From, MemberInfo To)> Of(Type type) =>
        Members(type).Distinct().Select(member => (Outermost(type), member));

    /// <summary>
    /// The types that a member brings along: itself, its declaring type, the types of its signature; generic ones taken apart.
    /// </summary>
    public static IEnumerable<Type> Types(MemberInfo member) => member switch
    {
        Type type => Parts(type),
        MethodInfo method => [.. Signature(method), .. Parts(method.ReturnType), .. method.GetGenericArguments().SelectMany(Parts)],
        MethodBase constructor => Signature(constructor),
        FieldInfo field => [.. Parts(field.DeclaringType), .. Parts(field.FieldType)],
        _ => [],
    };

    /// <summary>The type that no other type encloses.</summary>
    public static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static IEnumerable<MemberInfo> Members(Type type) =>
    [
        .. type.BaseType is { } parent ? [parent] : Array.Empty<Type>(),
        .. type.GetInterfaces(),
        .. type.GetGenericArguments().SelectMany(argument => argument.GetGenericParameterConstraints()),
        .. Attributes(type),
        .. type.GetFields(Declared).SelectMany(field => Attributes(field).Prepend(field)),
        .. type.GetProperties(Declared).SelectMany(Attributes),
        .. type.GetMethods(Declared).SelectMany(Members),
        .. type.GetConstructors(Declared).SelectMany(Members),
    ];

    private static IEnumerable<MemberInfo> Members(MethodBase method)
    {
        var body = method.GetMethodBody();
        return
        [
            method,
            .. Attributes(method),
            .. method.GetParameters().SelectMany(parameter => parameter.CustomAttributes).SelectMany(Attributes),
            .. body?.LocalVariables.Select(local => local.LocalType) ?? [],
            .. body?.ExceptionHandlingClauses.Where(Catches).Select(clause => clause.CatchType!) ?? [],
            .. IlReader.Members(method),
        ];
    }

    private static IEnumerable<MemberInfo> Attributes(MemberInfo member) => member.CustomAttributes.SelectMany(Attributes);

    private static IEnumerable<MemberInfo> Attributes(CustomAttributeData attribute) =>
    [
        attribute.Constructor,
        .. attribute.ConstructorArguments.Select(argument => argument.Value).OfType<Type>(),
        .. attribute.NamedArguments.Select(argument => argument.TypedValue.Value).OfType<Type>(),
    ];

    private static bool Catches(ExceptionHandlingClause clause) => clause.Flags == ExceptionHandlingClauseOptions.Clause;

    private static IEnumerable<Type> Signature(MethodBase method) =>
        [.. Parts(method.DeclaringType), .. method.GetParameters().SelectMany(parameter => Parts(parameter.ParameterType))];

    private static IEnumerable<Type> Parts(Type? type)
    {
        if (type is null || type.IsGenericParameter) return [];
        if (type.HasElementType) return Parts(type.GetElementType());
        if (type.IsFunctionPointer)
            return [.. Parts(type.GetFunctionPointerReturnType()), .. type.GetFunctionPointerParameterTypes().SelectMany(Parts)];
        return [Outermost(type), .. type.GetGenericArguments().SelectMany(Parts)];
    }
}
