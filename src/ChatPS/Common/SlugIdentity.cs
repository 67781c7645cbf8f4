namespace ChatPS.Common;

/// <summary>Names a slug of an app.</summary>
/// <param name="value">A slug's id, or the object.</param>
public sealed class SlugIdentity(object value) : Identity(value, item => (item as ChatAppSlug)?.Id, "slug");
