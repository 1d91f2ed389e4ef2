struct place { int x, y; };

int main(void)
{
    struct place all[3] = {{0}};
    int number = 3;
    all[number].y += 1; //~ out-of-bounds
    return all[0].y;
}
