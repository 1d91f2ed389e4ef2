int main(void)
{
    int table[2][3];
    int kept = 7;
    table[2][0] = 1; //~ out-of-bounds
    return kept;
}
