### Ord för barn: vem som samtycker, vad en vårdnadshavare får veta, barnets åsikt och bästa.
