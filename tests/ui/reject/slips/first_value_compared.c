int main(void)
{
    int i == 0; //~ syntax-error
    for (int k == 0; k < 3; k++) //~ syntax-error
        i += k;
    return i;
}
