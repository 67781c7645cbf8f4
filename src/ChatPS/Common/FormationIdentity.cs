namespace ChatPS.Common;

/// <summary>Names a process type of an app.</summary>
/// <param name="value">A process type, or an object that has one.</param>
public sealed class FormationIdentity(object value) : Identity(value, TypeOf, "process type")
{
    private static string? TypeOf(object item) => item switch
    {
        ChatAppFormation formation => formation.Type,
        ChatProcess process => process.Type,
        _ => null,
    };
}
