struct store { int items[5]; int used; } shared = {{1}, 3};

int count(struct store *s)
{
    return s->used;
}
