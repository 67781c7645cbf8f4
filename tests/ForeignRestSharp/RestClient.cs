namespace RestSharp;

/// <summary>Has the name of a type that the module uses, too.</summary>
public static class RestClient
{
    public static string Maker => "somebody else";
}
